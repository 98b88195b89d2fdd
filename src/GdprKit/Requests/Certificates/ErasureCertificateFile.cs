using System.Text.Json.Serialization;

namespace GdprKit.Requests;

/// <summary>A certificate as it is written to a file.</summary>
/// <param name="Format">In which form.</param>
/// <param name="Covers">What it speaks of: the places that were declared, and no others.</param>
/// <param name="Certificate">The certificate.</param>
internal sealed record ErasureCertificateFile(string Format, string Covers, ErasureCertificate Certificate)
{
    public const string KnownFormat = "gdprkit-erasure-certificate/1";

    public const string DeclaredPlaces = "declared-places";

    [JsonIgnore]
    public bool IsKnown => Format == KnownFormat && Covers == DeclaredPlaces;
}
