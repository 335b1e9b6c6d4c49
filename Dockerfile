# The bot alone: the wheel with its catalogue, run as nobody in particular, with its state in a volume.
FROM python:3.12-slim AS build
WORKDIR /src
COPY . .
RUN pip wheel --no-cache-dir --wheel-dir /wheels --constraint constraints.txt '.[postgres]'

FROM python:3.12-slim
RUN useradd --create-home --uid 10001 laurel
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir --no-index --find-links /wheels 'laurel-bot[postgres]' && rm -rf /wheels
USER laurel
WORKDIR /home/laurel
VOLUME /home/laurel/state
ENTRYPOINT ["laurel"]
CMD ["run"]
