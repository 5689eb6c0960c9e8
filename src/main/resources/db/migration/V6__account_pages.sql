-- From where a session began, for its person alone: the network of the address, never the whole address. Ends with the row.
alter table session add column network varchar(50); -- such as 192.0.2.0/24 or 2001:db8:1::/48; null where it is not known
