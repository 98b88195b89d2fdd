using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GdprKit.Samples.Crm.SignIn;

internal static class SignInSetup
{
    private static readonly string[] PublicPages = ["/Index", "/SignUp", "/Newsletter", "/Confirm", "/MyPrivacy", "/PrivacyRights", "/SignIn", "/Language", "/Status", "/Error"];

    public static void AddEmployeeSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.LoginPath = "/signin";
            options.ReturnUrlParameter = "returnUrl";
            options.Cookie.Name = "crm-employee";
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(CrmPolicies.Manager, policy => policy.RequireAssertion(context => context.User.IsManager));
    }

    /// <summary>A page that is not named here is for employees only: a new page starts out protected.</summary>
    public static void RequireEmployee(RazorPagesOptions options)
    {
        options.Conventions.AuthorizeFolder("/");
        foreach (var page in PublicPages)
        {
            options.Conventions.AllowAnonymousToPage(page);
        }
    }
}
