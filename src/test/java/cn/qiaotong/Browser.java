package cn.qiaotong;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A person's browser: one headless Chromium per JVM, and a second one in which no page may run a script. A new person
 * begins with {@link #forget()}.
 */
final class Browser {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
    }

    /** The shared browser, with no cookie and no page of the person before. */
    static Browser fresh() {
        return WithScripts.INSTANCE.forget();
    }

    /** The shared browser in which pages may not run scripts, with no cookie of the person before. */
    static Browser freshWithoutScripts() {
        return WithoutScripts.INSTANCE.forget();
    }

    ChromeDriver driver() {
        return driver;
    }

    Browser forget() {
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.manage().logs().get(LogType.BROWSER);
        return width(1280);
    }

    /** Drops the cookies that are sent to addresses under a path only. */
    Browser forgetUnder(String path) {
        var cookies = (List<?>)
                driver.executeCdpCommand("Network.getAllCookies", Map.of()).get("cookies");
        for (var cookie : cookies) {
            var known = (Map<?, ?>) cookie;
            if (String.valueOf(known.get("path")).startsWith(path)) {
                driver.executeCdpCommand(
                        "Network.deleteCookies",
                        Map.of("name", known.get("name"), "domain", known.get("domain"), "path", known.get("path")));
            }
        }
        return this;
    }

    Browser open(String url) {
        driver.get(url);
        return this;
    }

    /** Shows pages at a width, as a phone or a desk does. */
    Browser width(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    Browser type(String field, String text) {
        var input = find(By.name(field));
        input.clear();
        input.sendKeys(text);
        return this;
    }

    /** Presses the first button that submits a form in the page's main part. */
    Browser submit() {
        return leave(find(By.cssSelector("main button[type=submit]")));
    }

    Browser follow(String linkText) {
        return leave(find(By.partialLinkText(linkText)));
    }

    /** Clicks something that leads to another page, and waits for it. */
    Browser leave(WebElement element) {
        return leave(() -> press(element));
    }

    /** Does something that leads to another page, and waits for it. */
    Browser leave(Runnable act) {
        var page = find(By.tagName("html"));
        act.run();
        new WebDriverWait(driver, PATIENCE).until(gone -> !isSame(page));
        return this;
    }

    /** Brings something into view and clicks it. */
    Browser press(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        element.click();
        return this;
    }

    private boolean isSame(WebElement page) {
        try {
            return page.isEnabled() && page.equals(find(By.tagName("html")));
        } catch (WebDriverException e) {
            return false;
        }
    }

    WebElement find(By by) {
        return new WebDriverWait(driver, PATIENCE).until(shown -> shown.findElement(by));
    }

    /** Chooses a language of the switch, by its own name. */
    Browser language(String ownName) {
        return find(By.cssSelector("html")).getText().contains(ownName) && !current(ownName) ? follow(ownName) : this;
    }

    private boolean current(String ownName) {
        return driver.findElements(By.cssSelector("[aria-current=true]")).stream()
                .anyMatch(element -> element.getText().equals(ownName));
    }

    /** Signs in on Keycloak's page, which has to be open. */
    Browser signIn(DemoPerson person) {
        return type("username", person.username())
                .type("password", person.password())
                .submit();
    }

    String text() {
        return find(By.tagName("body")).getText();
    }

    String heading() {
        return find(By.tagName("h1")).getText();
    }

    String url() {
        return driver.getCurrentUrl();
    }

    Page page() {
        return new Page(this);
    }

    /** Saves target/screenshots/&lt;page&gt;-&lt;lang&gt;-&lt;width&gt;.png. */
    Browser screenshot(String page) {
        var language = find(By.tagName("html")).getDomAttribute("lang");
        var width = driver.executeScript("return innerWidth");
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(
                    SCREENSHOTS.resolve("%s-%s-%s.png".formatted(page, language, width)),
                    driver.getScreenshotAs(OutputType.BYTES));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChromeDriver launch(boolean scripts) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions();
        options.addArguments(FLAGS);
        options.addArguments("--user-data-dir=" + emptyProfile());
        options.setCapability("goog:loggingPrefs", logs);
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "intl.accept_languages",
                        "zh-CN",
                        "profile.managed_default_content_settings.javascript",
                        scripts ? 1 : 2));
        onPath("chromium", "chromium-browser", "google-chrome").ifPresent(options::setBinary);
        return new ChromeDriver(service(), options);
    }

    private static ChromeDriverService service() {
        var builder = new ChromeDriverService.Builder();
        onPath("chromedriver").ifPresent(builder::usingDriverExecutable);
        return builder.build();
    }

    private static Optional<File> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    private static Path emptyProfile() {
        try {
            return Files.createTempDirectory("browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class WithScripts {
        static final Browser INSTANCE = new Browser(launch(true));
    }

    private static final class WithoutScripts {
        static final Browser INSTANCE = new Browser(launch(false));
    }
}
