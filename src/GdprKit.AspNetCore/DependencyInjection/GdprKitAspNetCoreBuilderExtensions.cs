using GdprKit;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets an application ask for consent and offer its notice in forms.</summary>
public static class GdprKitAspNetCoreBuilderExtensions
{
    private const string TooShort = $"{WebMessages.AcceptedForTooShort}: forms are accepted for no time at all. Give AcceptedFor a positive length, as 24 hours.";

    /// <summary>
    /// Adds <see cref="ConsentForms"/> and <c>&lt;gdpr-consent&gt;</c>. The fields are sealed with ASP.NET Core Data Protection: several
    /// instances of an application share its keys.
    /// </summary>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    /// <param name="configure">Changes how forms behave.</param>
    public static GdprKitBuilder UseConsentForms(this GdprKitBuilder gdpr, Action<ConsentFormOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(gdpr);
        gdpr.Services.AddDataProtection();
        gdpr.Services.AddOptions<ConsentFormOptions>().Validate(options => options.AcceptedFor > Duration.Zero, TooShort).ValidateOnStart();
        if (configure is not null)
        {
            gdpr.Services.Configure(configure);
        }

        gdpr.Services.TryAddScoped<ConsentForms>();
        return gdpr;
    }

    /// <summary>
    /// Adds <see cref="NoticeForms"/> and <c>&lt;gdpr-notice&gt;</c>. The fields are sealed with ASP.NET Core Data Protection: several
    /// instances of an application share its keys.
    /// </summary>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    /// <param name="configure">Changes how forms behave.</param>
    public static GdprKitBuilder UseNoticeForms(this GdprKitBuilder gdpr, Action<NoticeFormOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(gdpr);
        gdpr.Services.AddDataProtection();
        gdpr.Services.AddOptions<NoticeFormOptions>().Validate(options => options.AcceptedFor > Duration.Zero, TooShort).ValidateOnStart();
        if (configure is not null)
        {
            gdpr.Services.Configure(configure);
        }

        gdpr.Services.TryAddScoped<NoticeForms>();
        return gdpr;
    }
}
