package org.gatehouse.brand;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whose page it is, as every page shows it. */
@Named("brand")
@RequestScoped
public class BrandPage {
    @Inject
    BrandSettings settings;

    private Optional<String> client = Optional.empty();

    /** Lets this request's page look like one of a client. */
    public void of(String client) {
        this.client = Optional.of(client);
    }

    /** What the site is called, in the language of the page; empty where it is called as Gatehouse's own texts say. */
    public String getName() {
        return brand().name().map(name -> name.in(locale())).orElse("");
    }

    /** The logo's path below the base of all links; empty where it is Gatehouse's. */
    public String getLogo() {
        return path(brand().logo());
    }

    /** The path of the logo for dark colours; empty where it is the same. */
    public String getDarkLogo() {
        return path(brand().darkLogo());
    }

    /** The path of a style sheet that comes after ours; empty where there is none. */
    public String getSheet() {
        return path(brand().sheet());
    }

    /** The legal links. */
    public List<BrandLink> getLinks() {
        return brand().links().entrySet().stream()
                .map(link -> new BrandLink(link.getKey().key(), link.getValue().in(locale())))
                .toList();
    }

    private Brand brand() {
        return settings.of(client);
    }

    private static String path(Optional<Asset> asset) {
        return asset.map(Asset::path).orElse("");
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
