using GdprKit.Samples.Crm.Backups;
using GdprKit.Samples.Crm.Centre;
using GdprKit.Samples.Crm.Consent;
using GdprKit.Samples.Crm.Customers;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr;
using GdprKit.Samples.Crm.Links;
using GdprKit.Samples.Crm.Mail;
using GdprKit.Samples.Crm.Requests;
using GdprKit.Samples.Crm.Suppression;
using Microsoft.AspNetCore.DataProtection;

namespace GdprKit.Samples.Crm;

/// <summary>The shop without its pages: what the site, the commands and the scenarios have in common.</summary>
public static class CrmSetup
{
    public static void AddCrm(this IServiceCollection services)
    {
        services.AddSingleton<ShopCalendar>();
        services.AddCrmDatabase();
        services.AddScoped<CustomerSignUp>();
        services.AddScoped<CustomerListing>();
        services.AddScoped<CustomerRemoval>();
        services.AddScoped<CustomerNotice>();
        // The site and the commands read each other's links, from whichever folder they are started.
        services.AddDataProtection().SetApplicationName("GdprKit.Samples.Crm");
        services.AddSingleton<SignedLinks>();
        services.AddSingleton<SiteAddress>();
        services.AddScoped<PrivacyCentre>();
        services.AddSingleton<MailFolder>();
        services.AddSingleton<ConfirmationMail>();
        services.AddScoped<ConfirmationMails>();
        services.AddScoped<Confirmations>();
        services.AddSingleton<KeyRingFile>();
        services.AddScoped<NoAdvertisingList>();
        services.AddSingleton<BackupFolder>();
        services.AddScoped<ShopDrill>();
        services.AddScoped<RequestBook>();
        services.AddScoped<RequestHandling>();
        services.AddScoped<RequestErasure>();
        services.AddScoped<RequestCopy>();
        services.AddScoped<CustomerSearch>();
        services.AddScoped<DeadlineStory>();
        services.AddScoped<RightsChoices>();
        services.AddScoped<CentreRequests>();
        services.AddScoped<PublicAsking>();
        services.AddScoped<RequestMail>();
        services.AddCrmGdpr();
    }
}
