-- What was submitted is what the buyer has: prices and subcontractors are written while the answer is being built,
-- as parts and documents are.
CREATE FUNCTION consortium_building_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.consortium_must_be_building(NEW."consortiumId");
  RETURN NEW;
END $$;
CREATE TRIGGER consortium_price_guard BEFORE INSERT OR UPDATE ON "consortium_price"
  FOR EACH ROW EXECUTE FUNCTION consortium_building_guard();
CREATE TRIGGER consortium_subcontractor_guard BEFORE INSERT OR UPDATE ON "consortium_subcontractor"
  FOR EACH ROW EXECUTE FUNCTION consortium_building_guard();
