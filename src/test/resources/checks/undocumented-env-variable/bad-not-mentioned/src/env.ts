export const limit = process.env.DATABASE_CONNECTION_LIMIT;
