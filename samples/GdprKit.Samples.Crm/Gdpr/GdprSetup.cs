using GdprKit.Samples.Crm.SignIn;

namespace GdprKit.Samples.Crm.Gdpr;

/// <summary>All that this application adds to itself to use GdprKit, beside the register and the pages in this folder.</summary>
internal static class GdprSetup
{
    public static void AddCrmGdpr(this IServiceCollection services)
    {
        services.AddGdprKit(gdpr => gdpr.UseRegister(CrmRegister.Create()));
        services.AddAuthorizationBuilder()
            .AddPolicy(GdprKitPolicies.ViewRegister, policy => policy.RequireAssertion(context => context.User.IsManager));
    }
}
