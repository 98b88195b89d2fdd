using GdprKit;
using GdprKit.Notices;
using GdprKit.Requests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets an application ask for consent and offer its notice in forms, and say whom a request is about.</summary>
public static class GdprKitAspNetCoreBuilderExtensions
{
    private const string TooShort = $"{WebMessages.AcceptedForTooShort}: forms are accepted for no time at all. Give AcceptedFor a positive length, as 24 hours.";

    private const string NoLater = $"{WebMessages.LaterTooShort}: who chooses \"later\" is shown the notice again after no time at all, or nowhere. Give LaterFor a positive length, as 7 days, and Page a path.";

    private const string NoAddress = $"{WebMessages.AddressMissing}: mails about the notice have links, and nothing says where the site is. Pass the whole address of MapGdprKit, as https://www.shop.example/privacy.";

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

    /// <summary>
    /// Makes the links of mails: to read a version of the notice, for one person to say so, and to fetch an export (<see cref="IExportLinks"/>). They are sealed with ASP.NET Core Data Protection, whose
    /// keys must outlive a mail: several instances and restarts share them.
    /// </summary>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    /// <param name="address">Where the pages of <c>MapGdprKit</c> are for people outside, as <c>https://www.shop.example/privacy</c>.</param>
    public static GdprKitBuilder UseNoticeLinks(this GdprKitBuilder gdpr, Uri address)
    {
        ArgumentNullException.ThrowIfNull(gdpr);
        ArgumentNullException.ThrowIfNull(address);
        return gdpr.UseNoticeLinks(options => options.Address = address);
    }

    /// <inheritdoc cref="UseNoticeLinks(GdprKitBuilder, Uri)"/>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    /// <param name="configure">Says where the pages are.</param>
    public static GdprKitBuilder UseNoticeLinks(this GdprKitBuilder gdpr, Action<NoticeLinkOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(gdpr);
        ArgumentNullException.ThrowIfNull(configure);
        gdpr.Services.AddDataProtection();
        gdpr.Services.AddOptions<NoticeLinkOptions>().Configure(configure).Validate(options => options is { FindAddress: not null } or { Address: { IsAbsoluteUri: true, Scheme: "https" or "http" } }, NoAddress).ValidateOnStart();
        gdpr.Services.TryAddSingleton<NoticeLinks>();
        gdpr.Services.TryAddSingleton<INoticeLinks>(provider => provider.GetRequiredService<NoticeLinks>());
        gdpr.Services.TryAddSingleton<ExportLinks>();
        gdpr.Services.TryAddSingleton<IExportLinks>(provider => provider.GetRequiredService<ExportLinks>());
        return gdpr;
    }

    /// <summary>
    /// Adds what <c>app.UseNoticeGate()</c> needs, which shows a new notice to people who are signed in. Whom a request is about says <see cref="UseSubject"/>.
    /// </summary>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    /// <param name="configure">Changes how the gate behaves.</param>
    public static GdprKitBuilder UseNoticeGate(this GdprKitBuilder gdpr, Action<NoticeGateOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(gdpr);
        gdpr.Services.AddDataProtection();
        gdpr.Services.AddAntiforgery();
        gdpr.Services.AddOptions<NoticeGateOptions>().Validate(options => options.LaterFor > Duration.Zero && options.Page.HasValue, NoLater).ValidateOnStart();
        if (configure is not null)
        {
            gdpr.Services.Configure(configure);
        }

        gdpr.Services.TryAddSingleton<NoticeGate>();
        return gdpr;
    }

    /// <summary>
    /// Says whom a request is about, so that endpoints can require a permission (<c>RequirePermission</c>): the customer who is signed in,
    /// or whom a signed link names.
    /// </summary>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    /// <param name="find">
    /// Finds the person, or <see langword="null"/> for nobody: <c>http =&gt; http.User.FindFirstValue("customer") is { } id ? SubjectId.Of(Crm.Customers, id) : null</c>.
    /// Never take the key from what anybody can write, as a part of the address.
    /// </param>
    public static GdprKitBuilder UseSubject(this GdprKitBuilder gdpr, Func<HttpContext, SubjectId?> find)
    {
        ArgumentNullException.ThrowIfNull(gdpr);
        ArgumentNullException.ThrowIfNull(find);
        gdpr.Services.AddAuthorization();
        gdpr.Services.Replace(ServiceDescriptor.Singleton(new CurrentSubject(find)));
        gdpr.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, PermissionHandler>());
        AnswerRefusals(gdpr.Services);
        return gdpr;
    }

    // Whoever answers refusals already, goes on to answer all others.
    private static void AnswerRefusals(IServiceCollection services)
    {
        var before = services.LastOrDefault(service => service.ServiceType == typeof(IAuthorizationMiddlewareResultHandler));
        if (services.Any(service => service.ServiceType == typeof(PermissionRefusal)))
        {
            return;
        }

        services.AddSingleton(provider => new PermissionRefusal(
            provider.GetRequiredService<ProcessingRegister>(),
            before is null ? new AuthorizationMiddlewareResultHandler()
            : before.ImplementationInstance as IAuthorizationMiddlewareResultHandler
                ?? (IAuthorizationMiddlewareResultHandler)(before.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, before.ImplementationType!))));
        services.AddSingleton<IAuthorizationMiddlewareResultHandler>(provider => provider.GetRequiredService<PermissionRefusal>());
    }
}
