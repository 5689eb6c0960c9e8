// The keys of those who work in the made-up world (room world), for everyone to use: SHA-256 of "gatehouse made-up " and the name.
export const STAFF = {
  administrator: '699c2252a7909068e28d1ca0b368666fb73c7199cfaac162627d01f8c76a0691',
  'lead-reviewer': '10c4ab17c2fa08a7cedde84d52c1fbef1cf435431b8fd220a0a6d92d8aabd7d9',
  reviewer: 'a580524c95f2716fe3df25c754b27d495fdc611635f391cd0c08848e3bfa3533',
  'second-reviewer': '727b5d4d2e4534470b8e74c8d9170b89c46330dc09b77251b5ce92a2743feb28',
  auditor: '98f43b6b39a629e1c50439f2958e0ae0912ec62178d0376996c022afaa5156f7',
};
