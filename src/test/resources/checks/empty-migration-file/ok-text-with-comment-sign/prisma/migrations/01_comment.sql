COMMENT ON TABLE "Tenant" IS '-- who pays';
