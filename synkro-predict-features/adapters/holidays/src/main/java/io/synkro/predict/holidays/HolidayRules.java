package io.synkro.predict.holidays;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import de.focus_shift.jollyday.core.impl.DefaultHolidayManager;
import de.focus_shift.jollyday.core.impl.JapaneseBridgingHolidayManager;
import de.focus_shift.jollyday.jaxb.JaxbConfigurationService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Properties;

/**
 * Makes jollyday's managers by hand: its own factory caches them in static fields, searches the
 * class path of the application for settings and fetches further ones from any URL that a system
 * property names.
 */
final class HolidayRules {
  private HolidayRules() {}

  /** The rules of a country that jollyday knows, in lower case. */
  static HolidayManager load(String country) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(HolidayRules.class.getClassLoader()); // JAXB looks there
    try {
      HolidayManager manager =
          country.equals("jp") ? new JapaneseBridgingHolidayManager() : new DefaultHolidayManager();
      manager.setConfigurationService(new JaxbConfigurationService());
      manager.init(ManagerParameters.create(country, settings()));
      return manager;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The settings in jollyday's own jar; the application may have some of the same name. */
  private static Properties settings() {
    String file = HolidayManager.class.getSimpleName() + ".class";
    String inside = HolidayManager.class.getPackageName().replace('.', '/') + "/" + file;
    String self = String.valueOf(HolidayManager.class.getResource(file));
    Properties settings = new Properties();
    String root = self.substring(0, self.length() - inside.length());
    try (InputStream in = new URL(root + "jollyday.properties").openStream()) {
      settings.load(in);
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException("The jar of jollyday cannot be read.", e);
    }
  }
}
