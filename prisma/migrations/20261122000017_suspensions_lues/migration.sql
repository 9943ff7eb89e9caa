-- Whom a contract covers without being theirs may know the days on which it pays nothing: they are days, never why. What is owed stays hidden.
DROP POLICY suspensions_app ON suspensions;
CREATE POLICY suspensions_app ON suspensions FOR SELECT TO portail_app
  USING (adhesion_id = ANY (app_adhesions()) OR adhesion_id = ANY (app_adhesions_lues()));
