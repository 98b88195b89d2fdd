namespace GdprKit;

public abstract partial class DutchRetentionWording
{
    /// <inheritdoc/>
    protected override string Irreplaceable => "blijft zolang de rij blijft: het kan niet leeg zijn, en niets kan in de plaats komen";

    /// <inheritdoc/>
    protected override string NothingAtAll => "niets";

    /// <inheritdoc/>
    protected override string ReplacedBy(string value) => $"wordt vervangen door {value}";

    /// <inheritdoc/>
    protected override string ReplacedPerRow(string form) => $"wordt vervangen door een willekeurige tekst, in elke rij een andere: {form}";

    /// <inheritdoc/>
    protected override string Name(bool truth) => truth ? "ja" : "nee";
}
