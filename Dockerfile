# The API for a machine with Docker; PostgreSQL is a container of its own (docker-compose.yml).
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The compiler comes as an optional package, one for each platform.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:24-slim
# Node.js keeps what it compiles, so that a container that is started again is faster.
ENV NODE_ENV=production HOST=0.0.0.0 NODE_COMPILE_CACHE=/app/data/compiled
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --omit=dev --omit=optional && npm cache clean --force
COPY --from=build /app/dist ./dist
COPY --from=build /app/schema.graphql ./schema.graphql
# The folder of the documents that are sent; give it a volume.
RUN mkdir --parents data/uploads && chown -R node data
USER node
EXPOSE 4000
CMD ["node", "--enable-source-maps", "--max-semi-space-size=32", "dist/src/main.js"]
