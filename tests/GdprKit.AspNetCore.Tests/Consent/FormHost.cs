using System.Globalization;
using GdprKit.Ledger;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Consent;

/// <summary>A shop that offers its notice and asks for a newsletter in a form, with a ledger in memory.</summary>
internal sealed class FormHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private readonly AsyncServiceScope _request;

    public FormHost(
        Action<ConsentFormOptions>? configure = null,
        IDataProtectionProvider? protection = null,
        ProcessingRegister? register = null,
        Action<NoticeFormOptions>? configureNotice = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(Clock);
        services.AddLogging();
        services.AddGdprKit(gdpr => gdpr.UseRegister(register ?? HostRegister.Create()).UseInMemoryLedger().UseConsentForms(configure).UseNoticeForms(configureNotice));
        if (protection is not null)
        {
            services.AddSingleton(protection);
        }

        _services = services.BuildServiceProvider(validateScopes: true);
        _request = _services.CreateAsyncScope();
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (CultureInfo.GetCultureInfo("nl-NL"), CultureInfo.GetCultureInfo("nl-NL"));
    }

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 3, 1, 12, 0));

    public ConsentForms Forms => _request.ServiceProvider.GetRequiredService<ConsentForms>();

    public NoticeForms NoticeForms => _request.ServiceProvider.GetRequiredService<NoticeForms>();

    public Consents Consents => _request.ServiceProvider.GetRequiredService<Consents>();

    public PrivacyNotices Notices => _request.ServiceProvider.GetRequiredService<PrivacyNotices>();

    public ILedgerStore Store => _request.ServiceProvider.GetRequiredService<ILedgerStore>();

    public IServiceProvider Services => _request.ServiceProvider;

    /// <summary>The question about the newsletter, ready to be shown.</summary>
    public async Task<ConsentQuestion> AskAsync(Language? language = null, SubjectId? person = null) =>
        (await Forms.AskAsync(Webshop.Newsletter, language, person, cancellationToken: TestContext.Current.CancellationToken))!;

    /// <summary>A form as a browser posts it.</summary>
    public HttpRequest Post(IEnumerable<string> questions, params IEnumerable<string> ticked) =>
        Post((ConsentFormFields.Question, [.. questions]), (ConsentFormFields.Agree, [.. ticked]));

    /// <summary>A form with these fields as a browser posts it.</summary>
    public HttpRequest Post(params (string Name, string[] Values)[] fields)
    {
        var context = new DefaultHttpContext { RequestServices = _request.ServiceProvider };
        context.Request.Method = HttpMethods.Post;
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Request.Form = new FormCollection(fields.Where(field => field.Values.Length > 0).ToDictionary(field => field.Name, field => new StringValues(field.Values)));
        return context.Request;
    }

    public async ValueTask DisposeAsync()
    {
        await _request.DisposeAsync();
        await _services.DisposeAsync();
    }
}
