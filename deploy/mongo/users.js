// Run once by the image, when the database is empty: the services get an account that reaches their database only.
db.getSiblingDB('redress').createUser({
  user: 'redress',
  pwd: process.env.REDRESS_MONGO_PASSWORD,
  roles: [{ role: 'readWrite', db: 'redress' }],
});
