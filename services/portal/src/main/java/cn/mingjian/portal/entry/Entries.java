package cn.mingjian.portal.entry;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.quarkus.oidc.runtime.OidcTenantConfig.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;

/**
 * Opens an entry for each portal that has a secret: code flow with PKCE, the tokens in encrypted cookies that only this
 * entry's addresses receive. A portal without a secret stays closed, so that each may also run by itself on its own host.
 */
@ApplicationScoped
class Entries {

    private final PortalConfig config;

    Entries(PortalConfig config) {
        this.config = config;
    }

    void open(@Observes Oidc oidc) {
        for (Portal portal : Portal.values()) {
            config.secrets()
                    .getOrDefault(portal.role(), Optional.empty())
                    .filter(secret -> !secret.isBlank())
                    .ifPresent(secret -> oidc.create(tenant(portal, secret)));
        }
    }

    private OidcTenantConfig tenant(Portal portal, String secret) {
        String path = "/" + portal.role();
        return OidcTenantConfig.builder()
                .tenantId(portal.role())
                .tenantPaths(path, path + "/*")
                .applicationType(ApplicationType.WEB_APP)
                // No discovery: the portal starts while Keycloak is down, and signs in once it is back.
                .authServerUrl(config.issuer())
                .discoveryEnabled(false)
                .authorizationPath("protocol/openid-connect/auth")
                .tokenPath("protocol/openid-connect/token")
                .jwksPath("protocol/openid-connect/certs")
                .endSessionPath("protocol/openid-connect/logout")
                .clientId("portal-" + portal.role())
                .credentials(secret)
                .roles(Roles.Source.accesstoken, "realm_access/roles")
                .token()
                .issuer(config.issuer())
                .principalClaim("preferred_username")
                .refreshExpired()
                .end()
                .authentication()
                .scopes("openid")
                .pkceRequired()
                .stateSecret(config.sessionKey())
                .redirectPath(path + "/signed-in")
                .restorePathAfterRedirect()
                .removeRedirectParameters()
                .cookiePath(path)
                .cookieSameSite(CookieSameSite.LAX)
                // Pages ask in the background: they hear 499 and show the sign-in themselves.
                .javaScriptAutoRedirect(false)
                .sessionAgeExtension(Duration.ofMinutes(30))
                .extraParam("ui_locales", "zh-CN")
                .end()
                .tokenStateManager()
                .splitTokens(true)
                .encryptionSecret(config.sessionKey())
                .end()
                .logout()
                .path(path + "/logout")
                .postLogoutPath(path + "/goodbye")
                .backchannel()
                .path(path + "/back-channel-logout")
                // An account may be signed in on several machines: each sign-in ends by itself.
                .logoutTokenKey("sid")
                .endLogout()
                .build();
    }
}
