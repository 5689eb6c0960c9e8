package org.gatehouse.world;

import java.util.List;

/** What people of the made-up world, and their towns, are called. */
final class Names {
    static final List<String> FIRST = List.of(
            "Ada", "Amir", "Ana", "Anton", "Aylin", "Bea", "Bruno", "Carla", "Chidi", "Clara", "Dario", "Dilek", "Edda",
            "Elif", "Emil", "Farid", "Fatou", "Frida", "Gero", "Hanna", "Ines", "Ivo", "Jana", "Jonas", "Kai", "Kofi",
            "Lea", "Linh", "Luis", "Maja", "Mateo", "Mila", "Nils", "Noor", "Olga", "Omar", "Paula", "Pia", "Rafael",
            "Rosa", "Samir", "Selma", "Tariq", "Thea", "Uma", "Vera", "Wanda", "Yara", "Yusuf", "Zoe");

    static final List<String> LAST = List.of(
            "Adler",
            "Albers",
            "Baumann",
            "Berg",
            "Castro",
            "Costa",
            "Demir",
            "Duarte",
            "Eklund",
            "Farkas",
            "Fischer",
            "Garcia",
            "Haas",
            "Hansen",
            "Ibrahim",
            "Ivanova",
            "Jensen",
            "Kaya",
            "Keller",
            "Kowalski",
            "Lang",
            "Lopes",
            "Mbeki",
            "Meyer",
            "Moreau",
            "Nguyen",
            "Novak",
            "Okafor",
            "Olsen",
            "Papadaki",
            "Petrov",
            "Quist",
            "Ramos",
            "Richter",
            "Rossi",
            "Sato",
            "Schmid",
            "Silva",
            "Sommer",
            "Tanaka",
            "Torres",
            "Ullmann",
            "Vogel",
            "Weber",
            "Winter",
            "Yildiz",
            "Zimmer");

    static final List<Town> TOWNS = List.of(
            new Town("Berlin", "DE"),
            new Town("Hamburg", "DE"),
            new Town("Wien", "AT"),
            new Town("Zürich", "CH"),
            new Town("Lisboa", "PT"),
            new Town("Madrid", "ES"),
            new Town("Lyon", "FR"),
            new Town("Utrecht", "NL"),
            new Town("Göteborg", "SE"),
            new Town("Gdansk", "PL"),
            new Town("Tallinn", "EE"),
            new Town("Nairobi", "KE"));

    static final List<String> STREETS = List.of(
            "Lindenstraße", "Rua da Rosa", "Hauptstraße", "Calle Mayor", "Rue Victor Hugo", "Kanalweg", "Marktplatz");

    static final List<String> COMPANIES =
            List.of("Nordlicht", "Seven Rivers", "Aurora", "Kontor", "Blue Door", "Meridian", "Tidewater", "Lindwurm");

    /** What browsers call themselves. */
    static final List<String> BROWSERS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
            "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36");

    private Names() {}

    /** A town and its country. */
    record Town(String name, String country) {}
}
