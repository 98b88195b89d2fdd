using GdprKit.Ledger;
using GdprKit.Requests;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr.History;
using GdprKit.Samples.Crm.Links;
using GdprKit.Samples.Crm.Mail;
using GdprKit.Samples.Crm.Navigation;
using GdprKit.Samples.Crm.Privacy;
using GdprKit.Samples.Crm.SignIn;
using GdprKit.Transparency;

namespace GdprKit.Samples.Crm.Gdpr;

/// <summary>All that this application adds to itself to use GdprKit, beside the register and the maps in this folder and the pages in <c>Pages/Privacy</c>.</summary>
public static class GdprSetup
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
            .AddManualStore(OutsideTheDatabase.OutgoingMails)
            .AddStreams<PersonHistory>()
            .AddStreams<RegisterHistory>()
            .UseEntityFrameworkCore<CrmDbContext>()
            .UseKeyRing(provider => new FileKeyRing(provider.GetRequiredService<KeyRingFile>().FilePath))
            .UseLedgerMirror(provider => new FileLedgerMirror(provider.GetRequiredService<LedgerMirrorFolder>().FolderPath))
            .KeepExportsIn(provider => new FileExportVault(provider.GetRequiredService<ExportFolder>().FolderPath))
            .SignCheckpoints(provider => new FileCheckpointSigner(CheckpointKeyFile.Origin, provider.GetRequiredService<CheckpointKeyFile>().FilePath))
            .UseNoticeForms()
            .UseSubject(http => http.User.IsSignedIn ? http.User.AsPerson : null)
            .UseNoticeGate()
            .UseNoticeLinks(_ => { })
            .UseMailKit(_ => { })
            .UseConsentForms()
            .ConfigureRetentionRuns(runs => runs.IsAutomatic = true));
        services.AddSingleton<LedgerMirrorFolder>();
        services.AddSingleton<CheckpointKeyFile>();
        services.AddSingleton<ExportFolder>();
        services.AddOptions<NoticeLinkOptions>().Configure<SiteAddress>((links, site) => links.FindAddress = () => new Uri(site.Of(Menu.PublicNotice)));
        services.AddOptions<SmtpOptions>().Configure<MailFolder, ProcessingRegister>(
            (mail, folder, register) => (mail.Folder, mail.From, mail.FromName) = (folder.FolderPath, register.Controller.Contact.Email, register.Controller.Name));
        services.AddSingleton<KeptData>();
        services.AddScoped<KeptDataView>();
        services.AddScoped<SignedUpByOthers>();
        services.AddSingleton<ChangedCategories>();
        services.AddScoped<HistoryStart>();
        services.AddScoped<LogBook>();
        services.AddAuthorizationBuilder()
            .AddPolicy(GdprKitPolicies.ViewRegister, policy => policy.RequireAssertion(context => context.User.IsManager))
            .AddPolicy(GdprKitPolicies.ViewRetention, policy => policy.RequireAssertion(context => context.User.IsManager))
            .AddPolicy(GdprKitPolicies.ViewConsent, policy => policy.RequireAssertion(context => context.User.IsManager))
            .AddPolicy(GdprKitPolicies.ViewLedger, policy => policy.RequireAssertion(context => context.User.IsManager))
            .AddPolicy(GdprKitPolicies.ViewNotices, policy => policy.RequireAssertion(context => context.User.IsManager))
            .AddPolicy(GdprKitPolicies.ViewRequests, policy => policy.RequireAssertion(context => context.User.IsInSales || context.User.IsManager))
            .AddPolicy(GdprKitPolicies.HandleRequests, policy => policy.RequireAssertion(context => context.User.IsInSales || context.User.IsManager))
            .AddPolicy(GdprKitPolicies.ApproveRequests, policy => policy.RequireAssertion(context => context.User.IsManager))
            .AddPolicy(GdprKitPolicies.OverrideRequests, policy => policy.RequireAssertion(context => context.User.IsGeneralManager))
            .AddPolicy(CrmPolicies.TellCustomers, policy => policy.RequireAssertion(context => context.User.IsManager))
            .AddPolicy(CrmPolicies.PlaceHolds, policy => policy.RequireAssertion(context => context.User.IsManager))
            .AddPolicy(CrmPolicies.RestoreBackups, policy => policy.RequireAssertion(context => context.User.IsManager))
            .AddPolicy(CrmPolicies.OverrideRestore, policy => policy.RequireAssertion(context => context.User.IsGeneralManager))
            .AddPolicy(CrmPolicies.CleanUp, policy => policy.RequireAssertion(context => context.User.IsManager));
    }

    /// <summary>Makes known to the ledger what is there already. A start that is broken off goes on at the next one.</summary>
    public static async Task PrepareHistoryAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HistoryStart>().PrepareAsync(cancellationToken);
    }
}
