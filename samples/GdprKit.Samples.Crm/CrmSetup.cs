using GdprKit.Samples.Crm.Centre;
using GdprKit.Samples.Crm.Consent;
using GdprKit.Samples.Crm.Customers;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr;
using GdprKit.Samples.Crm.Links;
using GdprKit.Samples.Crm.Mail;
using GdprKit.Samples.Crm.Suppression;

namespace GdprKit.Samples.Crm;

/// <summary>The shop without its pages: what the site, the commands and the scenarios have in common.</summary>
public static class CrmSetup
{
    public static void AddCrm(this IServiceCollection services)
    {
        services.AddSingleton<ShopCalendar>();
        services.AddCrmDatabase();
        services.AddScoped<CustomerSignUp>();
        services.AddScoped<CustomerRemoval>();
        services.AddDataProtection();
        services.AddSingleton<SignedLinks>();
        services.AddSingleton<SiteAddress>();
        services.AddScoped<PrivacyCentre>();
        services.AddSingleton<MailFolder>();
        services.AddSingleton<ConfirmationMail>();
        services.AddScoped<ConfirmationMails>();
        services.AddScoped<Confirmations>();
        services.AddSingleton<SuppressionKeyFile>();
        services.AddScoped<NoAdvertisingList>();
        services.AddCrmGdpr();
    }
}
