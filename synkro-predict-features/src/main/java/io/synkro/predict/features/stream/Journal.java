package io.synkro.predict.features.stream;

import io.synkro.predict.series.SeriesId;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** Is told of every change before it is made; if it throws, the change is not made. */
interface Journal {
  /** Keeps nothing. */
  Journal NONE =
      new Journal() {
        @Override
        public void added(SeriesId id, Map<String, String> attributes) {}

        @Override
        public void events(List<DemandEvent> events) {}

        @Override
        public void advanced(LocalDateTime time) {}
      };

  /** A series is added. */
  void added(SeriesId id, Map<String, String> attributes);

  /** Events are handled, one of which at least is accepted. */
  void events(List<DemandEvent> events);

  /** Time goes on without events. */
  void advanced(LocalDateTime time);
}
