package org.gatehouse.web;

/** An {@link Identicon} as pages read it. */
public final class PersonPicture {
    private final Identicon identicon;

    private PersonPicture(Identicon identicon) {
        this.identicon = identicon;
    }

    /** The picture of an address; letter case does not matter. */
    public static PersonPicture of(String address) {
        return new PersonPicture(Identicon.of(address));
    }

    /** The fields of the first colour, as an SVG path. */
    public String getPath() {
        return identicon.path();
    }

    /** The fields of the second colour, as an SVG path. */
    public String getSpots() {
        return identicon.spots();
    }

    /** The first colour. */
    public String getInk() {
        return identicon.ink();
    }

    /** The second colour. */
    public String getSpot() {
        return identicon.spot();
    }

    /** The colour of the ground. */
    public String getGround() {
        return identicon.ground();
    }
}
