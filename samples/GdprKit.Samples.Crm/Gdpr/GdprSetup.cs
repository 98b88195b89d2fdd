using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Privacy;
using GdprKit.Samples.Crm.SignIn;

namespace GdprKit.Samples.Crm.Gdpr;

/// <summary>All that this application adds to itself to use GdprKit, beside the register and the maps in this folder and the pages in <c>Pages/Privacy</c>.</summary>
internal static class GdprSetup
{
    public static void AddCrmGdpr(this IServiceCollection services)
    {
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(CrmRegister.Create())
            .AddMap<CustomerMap>()
            .AddMap<InvoiceMap>()
            .AddMap<InvoiceLineMap>()
            .AddMap<EmployeeMap>()
            .AddManualStore(OutsideTheDatabase.StaffFiles)
            .AddManualStore(OutsideTheDatabase.Mailbox)
            .UseEntityFrameworkCore<CrmDbContext>());
        services.AddSingleton<KeptData>();
        services.AddScoped<KeptDataView>();
        services.AddAuthorizationBuilder()
            .AddPolicy(GdprKitPolicies.ViewRegister, policy => policy.RequireAssertion(context => context.User.IsManager))
            .AddPolicy(GdprKitPolicies.ViewRetention, policy => policy.RequireAssertion(context => context.User.IsManager));
    }
}
