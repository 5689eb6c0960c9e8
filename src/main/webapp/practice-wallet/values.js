// What the practice person shares unless told otherwise: a value for each attribute that SelfKey knows.
const SINCE = '2020-01-31';
const UNTIL = '2035-01-31';
const PICTURE = 'practice.png';
const country = { country: 'DE' };

const VALUES = {
  'first-name': 'Paula',
  'middle-name': 'Maria',
  'last-name': 'Practice',
  email: 'paula@practice.example',
  'phone-number': '+555-123-45678',
  'date-of-birth': '1990-01-31',
  'incorporation-date': SINCE,
  'work-place': 'Practice Works',
  'tax-id-number': '00 000 000 000',
  'company-name': 'Practice Works Ltd',
  'btc-address': '1BoatSLRHtKNngkdXEeobR76b53LETtpyT',
  'eth-address': '0x0000000000000000000000000000000000000001',
  'dash-address': 'XpESxaUmonkq8RaLLp46Brx2K39ggQe226',
  'legal-entity-type': 'ltd',
  'legal-jurisdiction': 'Germany',
  'business-types': ['Practice'],
  'country-of-residency': country,
  domicile: country,
  nationality: country,
  'physical-address': { address_line_1: '1 Practice Street', city: 'Berlin', postalcode: '10115' },
  'national-id-number': { id_number: 'P0000000', issuing_country: 'DE' },
  passport: { image: PICTURE, issued: SINCE, expires: UNTIL, selfie: { image: PICTURE } },
  'national-id': { front: PICTURE, back: PICTURE, issued: SINCE, expires: UNTIL, selfie: { image: PICTURE } },
  'drivers-license': { front: PICTURE, back: PICTURE, issued: SINCE, expires: UNTIL },
  'bank-statement': { images: [PICTURE], issued: SINCE },
  'utility-bill': { images: [PICTURE], issued: SINCE },
  'member-register': { images: [PICTURE], issued: SINCE },
  'birth-certificate': { images: [PICTURE] },
  fingerprint: { images: [PICTURE] },
  'tax-certificate': { image: PICTURE, issued: SINCE },
  'certificate-of-incorporation': { image: PICTURE, issued: SINCE },
  'registration-certificate': { image: PICTURE, company_name: 'Practice Works Ltd', registration_number: 'P 1', issued: SINCE },
  cv: [PICTURE],
  'external-document': [PICTURE],
  'professional-reference-letter': [PICTURE],
};

/** The value for an attribute of this type, such as `email`; empty where there is none. */
export const practiceValue = (type) => VALUES[type] ?? '';
