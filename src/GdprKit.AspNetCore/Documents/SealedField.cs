using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace GdprKit;

/// <summary>What a form carries in a hidden field so that only this application reads it, and nobody changes it unnoticed.</summary>
internal static class SealedField
{
    // Longer ones are none of ours, and are not looked into.
    private const int LongestText = 16_384;

    private const long TicksPerMicrosecond = NodaConstants.TicksPerMillisecond / 1000;

    /// <summary>Seals for a purpose and for forms about one person, or about nobody known.</summary>
    public static IDataProtector ProtectorOf(IDataProtectionProvider protection, string purpose, SubjectId? person) => protection.CreateProtector(
        // As a digest, because purposes are written to logs, and who a form is about is not.
        purpose, person is null ? "anybody" : Digest.Of(Encoding.UTF8.GetBytes(string.Join('\0', person.Key.Prepend(person.Kind.ToString())))).ToString());

    public static string Seal<T>(T field, JsonTypeInfo<T> json, IDataProtector protector) =>
        WebEncoders.Base64UrlEncode(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(field, json)));

    /// <summary>Opens what a form sent; <see langword="null"/> when this application did not seal it, for that purpose and person.</summary>
    public static T? Open<T>(string? text, JsonTypeInfo<T> json, IDataProtector protector)
        where T : class
    {
        try
        {
            return text is { Length: > 0 and <= LongestText } ? JsonSerializer.Deserialize(protector.Unprotect(WebEncoders.Base64UrlDecode(text)), json) : null;
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>An instant as a field carries it: in microseconds of the Unix epoch.</summary>
    public static long ToNumber(Instant instant) => instant.ToUnixTimeTicks() / TicksPerMicrosecond;

    /// <summary>Whether a form was shown longer ago than it is accepted. A clock that was set back makes no form younger than it is.</summary>
    public static bool IsTooOld(long shown, Instant now, Duration accepted)
    {
        var shownAt = Instant.FromUnixTimeTicks(shown * TicksPerMicrosecond);
        return now - shownAt > accepted || shownAt - now > accepted;
    }
}
