using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using GdprKit.Ledger;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace GdprKit;

/// <summary>What a form carries about a question, so that what is recorded is what was shown.</summary>
internal sealed record SealedQuestion
{
    // Longer ones are no questions of ours, and are not looked into.
    private const int LongestText = 16_384;

    private const long TicksPerMicrosecond = NodaConstants.TicksPerMillisecond / 1000;

    [JsonPropertyName("topic")]
    public required string Topic { get; init; }

    [JsonPropertyName("words")]
    public required string Words { get; init; }

    [JsonPropertyName("language")]
    public required string Language { get; init; }

    [JsonPropertyName("notice")]
    public required string Notice { get; init; }

    /// <summary>The hash of the register by which it was asked.</summary>
    [JsonPropertyName("register")]
    public required string Register { get; init; }

    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    /// <summary>When it was shown, in microseconds of the Unix epoch.</summary>
    [JsonPropertyName("shown")]
    public required long Shown { get; init; }

    public Instant ShownAt => Instant.FromUnixTimeTicks(Shown * TicksPerMicrosecond);

    public static long ToShown(Instant now) => now.ToUnixTimeTicks() / TicksPerMicrosecond;

    public string Seal(IDataProtector protector) =>
        WebEncoders.Base64UrlEncode(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(this, SealedQuestionJson.Default.SealedQuestion)));

    /// <summary>Opens what a form sent; <see langword="null"/> when this application did not seal it, for that person.</summary>
    public static SealedQuestion? Open(string? text, IDataProtector protector)
    {
        try
        {
            return text is { Length: > 0 and <= LongestText }
                ? JsonSerializer.Deserialize(protector.Unprotect(WebEncoders.Base64UrlDecode(text)), SealedQuestionJson.Default.SealedQuestion)
                : null;
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException or JsonException)
        {
            return null;
        }
    }

    public ConsentAnswer ToAnswer(bool agreed) => new(ToTopic(), agreed, new ConsentEvidence
    {
        By = ConsentActor.Person,
        Medium = ConsentMedium.Website,
        Mechanism = ConsentMechanism.Checkbox,
        Id = EntryId.FromGuid(Id),
        Wording = ConsentWording.Of(Words, GdprKit.Language.Parse(Language)),
        Notice = Digest.Parse(Notice),
    });

    private ConsentTopic ToTopic() => ConsentTopic.TryParse(StreamKey.Parse(Topic), out var topic) ? topic : throw new FormatException("A sealed question has no topic.");
}
