-- What PostGraphile is given: views of the stored timeline with the mask in them, and two functions for lists. `today` is put in by postgraphile.mjs.
drop schema if exists bench_postgraphile cascade;
create schema bench_postgraphile;

create view bench_postgraphile.verification as
  select a.id, a.wsib_account, a.organization_id, o.legal_name as organization_name,
    p.standing::text as standing, p.standing in ('CERTIFIED', 'PENDING') as considered_certified,
    p.since, p.holds_until, p.next_standing::text as next_standing,
    p.certificate_number, p.certificate_issued_on, p.letter_number, p.letter_year, p.bidding_document_number, p.reasons
  from account a join organization o on o.id = a.organization_id
  cross join lateral (
    select * from standing_period where account_id = a.id and valid_from <= :today::date order by valid_from desc limit 1
  ) as p
  where p.standing in (:visible);
comment on view bench_postgraphile.verification is E'@primaryKey id\n@unique wsib_account\n@foreignKey (organization_id) references organization (id)';

create function bench_postgraphile.verify_many(numbers text[]) returns setof bench_postgraphile.verification language sql stable as $$
  select v.* from unnest(numbers) as asked (number)
  cross join lateral (select * from bench_postgraphile.verification where wsib_account = asked.number limit 1) as v
$$;
comment on function bench_postgraphile.verify_many is E'@behavior +queryField +list -connection -resource:connection';

create view bench_postgraphile.organization as
  select o.id, o.legal_name, o.city, folded(o.legal_name) collate "C" as sort_name, folded(o.city) collate "C" as folded_city from organization o;
comment on view bench_postgraphile.organization is E'@primaryKey id';

create function bench_postgraphile.organizations_of_city(city text) returns setof bench_postgraphile.organization language sql stable as $$
  select o.* from bench_postgraphile.organization o
  where o.folded_city = folded(organizations_of_city.city) collate "C"
    and exists (select from bench_postgraphile.verification v where v.organization_id = o.id)
  order by o.sort_name, o.id limit 50
$$;
comment on function bench_postgraphile.organizations_of_city is E'@behavior +queryField +list -connection -resource:connection';

create view bench_postgraphile.certificate_proof as
  select c.number, c.issued_on, c.standard::text as standard, p.standing::text as standing
  from certificate c cross join lateral (
    select * from standing_period where account_id = c.account_id and valid_from <= :today::date order by valid_from desc limit 1
  ) as p
  where p.certificate_number = c.number;
comment on view bench_postgraphile.certificate_proof is E'@primaryKey number';
