using System.Text.Json.Serialization;
using GdprKit.Ledger;
using Microsoft.AspNetCore.DataProtection;

namespace GdprKit;

/// <summary>What a form carries about a question, so that what is recorded is what was shown.</summary>
internal sealed record SealedQuestion
{
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

    public string Seal(IDataProtector protector) => SealedField.Seal(this, SealedQuestionJson.Default.SealedQuestion, protector);

    /// <summary>Opens what a form sent; <see langword="null"/> when this application did not seal it, for that person.</summary>
    public static SealedQuestion? Open(string? text, IDataProtector protector) => SealedField.Open(text, SealedQuestionJson.Default.SealedQuestion, protector);

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
