@WebServlet("/signout")
public class ElytronSignOut extends HttpServlet {

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        OidcSecurityContext person = ((OidcPrincipal<?>) request.getUserPrincipal()).getOidcSecurityContext();
        String url = request.getRequestURL().toString();
        String home = url.substring(0, url.length() - request.getServletPath().length()) + "/";
        String gatehouse = person.getIDToken().getIssuer();
        String idToken = person.getIDTokenString();
        request.getSession().invalidate();
        request.logout();
        response.sendRedirect(gatehouse + "/oauth2/logout?id_token_hint=" + idToken + "&post_logout_redirect_uri="
                + URLEncoder.encode(home, StandardCharsets.UTF_8));
    }
}
