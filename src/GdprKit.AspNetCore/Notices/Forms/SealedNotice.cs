using System.Text.Json.Serialization;

namespace GdprKit;

/// <summary>What a form carries about the notice that it offers, so that what is recorded is what was shown.</summary>
internal sealed record SealedNotice
{
    /// <summary>The digest of the text.</summary>
    [JsonPropertyName("notice")]
    public required string Notice { get; init; }

    /// <summary>The digest of the version that held, where one did.</summary>
    [JsonPropertyName("version")]
    public string? Version { get; init; }

    [JsonPropertyName("language")]
    public required string Language { get; init; }

    /// <summary>Whose notice it is, where they have one of their own.</summary>
    [JsonPropertyName("people")]
    public string? People { get; init; }

    [JsonPropertyName("label")]
    public required string Label { get; init; }

    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    /// <summary>When it was shown, in microseconds of the Unix epoch.</summary>
    [JsonPropertyName("shown")]
    public required long Shown { get; init; }

    [JsonIgnore]
    public NoticeAudience Audience => People is null ? NoticeAudience.Everybody : NoticeAudience.Of(Key<SubjectKind>.Parse(People));
}
