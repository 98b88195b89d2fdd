using GdprKit;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets an application ask for consent in its forms.</summary>
public static class GdprKitAspNetCoreBuilderExtensions
{
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
        gdpr.Services.AddOptions<ConsentFormOptions>()
            .Validate(options => options.AcceptedFor > NodaTime.Duration.Zero, $"{WebMessages.AcceptedForTooShort}: forms are accepted for no time at all. Give AcceptedFor a positive length, as 24 hours.")
            .ValidateOnStart();
        if (configure is not null)
        {
            gdpr.Services.Configure(configure);
        }

        gdpr.Services.TryAddScoped<ConsentForms>();
        return gdpr;
    }
}
