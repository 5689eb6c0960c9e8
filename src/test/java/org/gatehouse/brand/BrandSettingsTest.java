package org.gatehouse.brand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.config.Defaults;
import org.gatehouse.config.WrongSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandSettingsTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"1\"/></svg>";

    @TempDir
    Path folder;

    private BrandSettings read() {
        return BrandSettings.read(Defaults.with(Map.of(BrandSettings.KEY, folder.toString())));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String refusal() {
        return String.valueOf(assertThrows(WrongSetting.class, this::read).getMessage());
    }

    @Test
    void withoutAFolderThePagesAreGatehousesOwn() {
        BrandSettings settings = BrandSettings.read(Defaults.keys());
        assertEquals(Brand.NONE, settings.of(Optional.of("shop")));
        assertEquals(Map.of(), settings.assets());
    }

    @Test
    void aClientsPagesTakeWhatItsFolderLacksFromTheDeployment() throws IOException {
        write(
                "brand.json",
                "{\"name\":{\"en\":\"Bank\",\"de\":\"Bänk\"},\"links\":{\"imprint\":\"https://bank.example/\"}}");
        write("logo.svg", SVG);
        write("clients/shop/brand.json", "{\"name\":\"Shop\",\"links\":{\"terms\":\"https://shop.example/terms\"}}");
        BrandSettings settings = read();
        Brand shop = settings.of(Optional.of("shop"));
        assertEquals("Shop", shop.name().orElseThrow().in(Locale.GERMAN));
        assertEquals(
                "Bänk", settings.of(Optional.of("other")).name().orElseThrow().in(Locale.GERMAN));
        assertEquals("Bank", settings.own().name().orElseThrow().in(Locale.FRENCH));
        assertEquals("[IMPRINT, TERMS]", shop.links().keySet().toString());
        assertEquals(settings.own().logo(), shop.logo());
        assertEquals(1, settings.assets().size());
    }

    @Test
    void coloursAreWrittenAnewAndForTheirSchemeAlone() throws IOException {
        write(
                "brand.css",
                """
                /* ours */ :root { --accent: #7a1f5c; --radius: 4px }
                @media (prefers-color-scheme: dark) { :root { --accent: #fbe; } }
                """);
        Asset sheet = read().own().sheet().orElseThrow();
        assertEquals(
                """
                :root{--radius:4px}
                @media (prefers-color-scheme:light){:root{--accent:#7a1f5c}}
                @media (prefers-color-scheme:dark){:root{--accent:#ffbbee}}
                """,
                new String(sheet.bytes(), StandardCharsets.UTF_8));
        assertTrue(sheet.path().matches("assets/brand/[0-9a-f]{32}\\.css"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "body { display: none }",
                ":root { --accent: url(https://elsewhere.example/) }",
                ":root { --accent: #7a1f5c; } a { color: red }",
                ":root { --accent: #7a1f5c; } @import 'x.css';",
                ":root { --shadow: #000000; }",
                ":root { color: #000000; }",
                ":root { --radius: 100vw; }",
                ":root { --accent: red; }",
                "</style><script>",
                ":root { --card: #888888; }",
                "@media (prefers-color-scheme: dark) { :root { --on-accent: #ffffff; } }"
            })
    void whatIsNoListOfReadableColoursStopsTheStart(String css) throws IOException {
        write("brand.css", css);
        assertTrue(refusal().startsWith(BrandSettings.KEY + ": "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><foreignObject/></svg>",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
                "<svg/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\">",
                "GIF89a",
                ""
            })
    void aLogoThatIsNoPictureOrMoreThanOneStopsTheStart(String svg) throws IOException {
        write("logo.svg", svg);
        assertTrue(refusal().contains("logo.svg"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"nam\":\"x\"}",
                "{\"name\":\"\"}",
                "{\"name\":{\"en\":1}}",
                "{\"links\":[]}",
                "{\"links\":{\"home\":\"https://bank.example\"}}",
                "{\"links\":{\"terms\":\"javascript:alert(1)\"}}",
                "{\"links\":{\"terms\":\"http://bank.example/\"}}",
                "{\"links\":{\"terms\":{\"de\":\"/terms\"}}}"
            })
    void wordsOfAnotherFormStopTheStart(String json) throws IOException {
        write("brand.json", json);
        assertTrue(refusal().contains("brand.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Logo.svg", "logo.gif", "clients/shop/clients/x/brand.json", "clients/readme", "fonts/a.woff2"})
    void whatABrandDoesNotHaveStopsTheStart(String name) throws IOException {
        write(name, "x");
        assertTrue(refusal().contains("is no"));
    }

    @Test
    void aFileThatIsTooLargeStopsTheStart() throws IOException {
        write("logo.svg", SVG + " ".repeat(262_144));
        assertTrue(refusal().contains("larger"));
    }

    @Test
    void furtherLanguagesSayTheRestInEnglish() throws IOException {
        write(".hidden", "x");
        write("messages/web_fr.properties", "signin.title=Connexion é");
        Translations translations = read().translations();
        assertEquals("[fr]", translations.languages().toString());
        ResourceBundle french = translations.bundle("text", Locale.FRANCE).orElseThrow();
        assertEquals("Connexion é", french.getString("signin.title"));
        assertEquals("Gatehouse", french.getString("site.name"));
        assertEquals(
                "Pages", translations.bundle("say", Locale.FRENCH).orElseThrow().getString("nav.main"));
        assertTrue(translations.bundle("text", Locale.ITALIAN).isEmpty());
        assertTrue(translations.bundle("other", Locale.FRENCH).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "web_de.properties, site.name=x",
        "pages_fr.properties, site.name=x",
        "web-fr.properties, site.name=x",
        "web_fr.properties, no.such.key=x",
        "web_fr.properties, site.name=x {0}"
    })
    void textsOfOthersStopTheStart(String name, String text) throws IOException {
        write("messages/" + name, text);
        assertTrue(refusal().contains(name));
    }

    @Test
    void thePaletteIsThatOfThePages() throws IOException {
        String css = Files.readString(Path.of("src/main/webapp/assets/gatehouse.css"));
        int dark = css.indexOf("prefers-color-scheme: dark");
        assertSame(Palette.LIGHT, css.substring(0, dark));
        assertSame(Palette.DARK, css.substring(dark, css.indexOf("box-sizing")));
        assertEquals(Optional.empty(), Palette.unreadable(Map.of(), Palette.LIGHT));
        assertEquals(Optional.empty(), Palette.unreadable(Map.of(), Palette.DARK));
        assertEquals(21, Palette.contrast("#000000", "#ffffff"), 0.01);
    }

    private static void assertSame(Map<String, String> palette, String css) {
        palette.forEach((name, colour) -> {
            Matcher matcher = Pattern.compile("--" + name + ": (#[0-9a-f]{6});").matcher(css);
            assertTrue(matcher.find(), name);
            assertEquals(colour, matcher.group(1), name);
        });
    }
}
