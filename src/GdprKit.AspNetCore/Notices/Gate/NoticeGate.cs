using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit;

/// <summary>Knows whom the version that holds is still to be shown to.</summary>
/// <param name="current">Whom a request is about.</param>
/// <param name="protection">Seals the cookie.</param>
/// <param name="clock">The clock.</param>
/// <param name="options">How the gate behaves.</param>
internal sealed class NoticeGate(CurrentSubject current, IDataProtectionProvider protection, IClock clock, IOptions<NoticeGateOptions> options)
{
    private const string Purpose = "GdprKit.NoticeGate/1";

    private const string Cookie = "gdprkit-notice";

    // Who was told is not looked for at every request; a version that follows is shown all the same.
    private static readonly Duration ToldFor = Duration.FromDays(30);

    /// <summary>The person and the version that is to be shown to them; <see langword="null"/> when nothing is.</summary>
    public async ValueTask<GateState?> FindAsync(HttpContext context, bool isAsked)
    {
        if (context.User.Identity?.IsAuthenticated != true || current.Find(context) is not { } person)
        {
            return null;
        }

        var services = context.RequestServices;
        var register = services.GetRequiredService<ProcessingRegister>();
        var audience = register.People.TryGet(person.Kind, out var kind) && kind.HasOwnNotice ? NoticeAudience.Of(kind.Key) : NoticeAudience.Everybody;
        var shown = await NoticeOnDisplay.FindAsync(services, audience, context.RequestAborted).ConfigureAwait(false);
        if (shown.Holding is not { } holding || (!isAsked && IsPutOff(context, person, holding)))
        {
            return null;
        }

        var delivery = await services.GetRequiredService<NoticeAcknowledgements>().FindAsync(person, holding, context.RequestAborted).ConfigureAwait(false);
        if (delivery.AcknowledgedAt is not null || (delivery.IsTold && !options.Value.AlsoWhoWasTold))
        {
            PutOff(context, person, holding, ToldFor);
            return null;
        }

        return new GateState(person, shown, holding);
    }

    /// <summary>Lets a person go on until later.</summary>
    public void PutOff(HttpContext context, GateState state) => PutOff(context, state.Person, state.Version, options.Value.LaterFor);

    private void PutOff(HttpContext context, SubjectId person, NoticeVersion version, Duration time)
    {
        var sealedGate = new SealedGate(version.TellsOf.ToString(), SealedField.ToNumber(clock.GetCurrentInstant() + time));
        context.Response.Cookies.Append(Cookie, SealedField.Seal(sealedGate, SealedGateJson.Default.SealedGate, SealedField.ProtectorOf(protection, Purpose, person)), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = time.ToTimeSpan(),
            Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/",
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
    }

    // Of somebody else, of another version, or changed: shown again.
    private bool IsPutOff(HttpContext context, SubjectId person, NoticeVersion version) =>
        SealedField.Open(context.Request.Cookies[Cookie], SealedGateJson.Default.SealedGate, SealedField.ProtectorOf(protection, Purpose, person)) is { } known
            && known.Version == version.TellsOf.ToString()
            && SealedField.ToNumber(clock.GetCurrentInstant()) < known.Until;
}
