using NodaTime;

namespace GdprKit.Retention;

/// <summary>A key is read alike on the page and in the file, in every culture.</summary>
public sealed class KeyPartTextTests
{
    public static TheoryData<object?, string?> Parts => new()
    {
        { null, null },
        { 12, "12" },
        { "Ann", "Ann" },
        { new byte[] { 1, 2, 255 }, "AQL/" },
        { new DateOnly(2026, 2, 1), "2026-02-01" },
        { new DateTime(2026, 2, 1, 10, 30, 0), "2026-02-01T10:30:00.0000000" },
        { 1.5m, "1.5" },
        { new LocalDate(2026, 2, 1), "2026-02-01" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_of_a_key_is_written_without_a_culture(object? part, string? text) => KeyPartText.Of(part).Should().Be(text);
}
