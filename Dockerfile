# Koudmen in a container: one process, one port, one volume.
#
#   docker build -t koudmen .
#   docker run -d --name koudmen -p 8080:8080 -v koudmen:/data -e KOUDMEN_PUBLIC_URL=https://exemple.mq koudmen
#
# Every setting is a KOUDMEN_ variable; config/koudmen.json tells them all.

FROM debian:bookworm-slim AS build
WORKDIR /source
COPY . .
RUN ./dev build && strip --strip-debug build/release/server/koudmen build/release/tests/load/koudmen-load

FROM debian:bookworm-slim
LABEL org.opencontainers.image.title="Koudmen" \
      org.opencontainers.image.description="Roadmaps made together, live" \
      org.opencontainers.image.licenses="MIT"
RUN apt-get update \
    && apt-get install -y --no-install-recommends libbz2-1.0 liblz4-1 libqrencode4 libsnappy1v5 \
        libssl3 libstdc++6 liburing2 libutf8proc2 libzstd1 zlib1g \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin koudmen \
    && install -d -o koudmen -g koudmen -m 700 /data
COPY --from=build /source/build/release/server/koudmen /source/build/release/tests/load/koudmen-load /usr/local/bin/
USER koudmen
ENV KOUDMEN_DATA=/data
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=10s CMD ["koudmen", "ping"]
ENTRYPOINT ["koudmen"]
CMD ["serve"]
