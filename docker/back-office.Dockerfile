# The one door from outside: files of the back-office from here, pages and API from the API.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /relais
COPY package.json package-lock.json ./
RUN npm install --no-save --no-audit --no-fund
COPY . .
RUN node tools/build/back-office.mjs

FROM caddy:2.10.2-alpine
COPY --from=build /relais/dist/apps/back-office /srv/back-office
RUN rm /srv/back-office/index.html && adduser -D -H -u 10001 proxy && chown -R proxy /data /config
COPY docker/Caddyfile /etc/caddy/Caddyfile
USER proxy
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/proxy-alive"]
CMD ["caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"]
