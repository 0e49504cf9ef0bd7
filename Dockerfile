# The service in an image: Node alone, no Python, no compiler. docs/deploy.md says how to run it.
ARG NODE_VERSION=24.21.0

FROM node:${NODE_VERSION}-bookworm-slim AS base
WORKDIR /srv/credit-advisor

# Everything that building takes; none of it reaches what runs but the build.
FROM base AS build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY remix.config.js tsconfig.json vite.config.ts ./
COPY public public
COPY app app
COPY core core
COPY db db
COPY mcp-server mcp-server
COPY server server
RUN npm run build

# The packages that running takes, without a second Node and what onnxruntime ships for other systems.
FROM base AS packages
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/node node_modules/.bin/node \
  && find node_modules/onnxruntime-node/bin -mindepth 2 -maxdepth 2 ! -name linux -exec rm -rf {} +

FROM base AS service
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data LOG_LEVEL=info
COPY --from=packages /srv/credit-advisor/node_modules node_modules
# A start takes the build for that of the very same sources: these must be those of the first stage.
COPY package.json package-lock.json remix.config.js tsconfig.json vite.config.ts ./
COPY public public
COPY app app
COPY core core
COPY db db
COPY mcp-server mcp-server
COPY server server
COPY ml/bundles ml/bundles
COPY --from=build /srv/credit-advisor/build build
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# A first start makes the demo's data before it answers.
HEALTHCHECK --interval=60s --timeout=10s --start-period=10m --start-interval=5s --retries=3 \
  CMD ["node", "server/check-health.js"]
CMD ["node", "--max-semi-space-size=16", "--heap-growing-percent=40", "server/start.js"]

# The demo with its data, for places that lack the memory or the disk to make them: docker build --target demo
FROM build AS demo-data
COPY ml/bundles ml/bundles
RUN DATA_DIR=/demo-data npm run build -- --data && rm -r /demo-data/raw

FROM service AS demo
ENV DATA_DIR=/demo-data
COPY --from=demo-data --chown=node:node /demo-data /demo-data

# What is built unless a target is named: without any data.
FROM service
