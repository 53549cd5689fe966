-- The same ids as before, written so that Postgres can put the expression into the statement that asks: the text of an
-- enum is not immutable, and what is not is called as a function, which is planned anew in every statement that does.
-- A type nobody has named here gives null, which no list takes.
CREATE OR REPLACE FUNCTION list_typed(section uuid, type topic_type) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN md5('typed:' || section::text || ':' || CASE type WHEN 'KEYWORD' THEN 'KEYWORD' WHEN 'PERSON' THEN 'PERSON'
    WHEN 'PLACE' THEN 'PLACE' WHEN 'ORGANISATION' THEN 'ORGANISATION' WHEN 'EVENT' THEN 'EVENT' WHEN 'SERIES' THEN 'SERIES'
    WHEN 'BLOG' THEN 'BLOG' END)::uuid;
