export default {
  schema: "prisma/schema.prisma",
  datasource: {
    url: `postgresql://${process.env.DB_USER}:${process.env.DB_PASSWORD}@localhost:${process.env.DB_PORT ?? 5432}/shop`,
  },
};
