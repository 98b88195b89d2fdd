namespace GdprKit;

public abstract partial class EnglishRetentionWording
{
    /// <inheritdoc/>
    protected override string Irreplaceable => "stays as long as the row stays: it cannot be empty, and nothing can take its place";

    /// <inheritdoc/>
    protected override string NothingAtAll => "nothing";

    /// <inheritdoc/>
    protected override string ReplacedBy(string value) => $"is replaced by {value}";

    /// <inheritdoc/>
    protected override string ReplacedPerRow(string form) => $"is replaced by a random text, another one in every row: {form}";

    /// <inheritdoc/>
    protected override string Name(bool truth) => truth ? "yes" : "no";
}
