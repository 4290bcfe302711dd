-- Keys that all instances share, made at random by the first that asks, in hexadecimal digits.
create table secrets (
  name varchar(60) primary key,
  hex varchar(200) not null
);
