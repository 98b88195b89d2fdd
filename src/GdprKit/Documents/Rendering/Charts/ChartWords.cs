namespace GdprKit.Documents;

/// <summary>What a chart says of its own accord: Dutch in a Dutch document, English in any other.</summary>
internal sealed class ChartWords(Language language)
{
    public string Total => In("Totaal", "Total");

    public string AsTable => In("Als tabel", "As a table");

    public string AllZero => In("Alles is 0.", "Everything is 0.");

    /// <summary>The attribute that marks these words where they are not in the language of the document.</summary>
    public string Mark => language == Language.Dutch || language == Language.English ? "" : " lang=\"en\"";

    /// <summary>What there is to see, for who does not see it.</summary>
    public string Description(DocumentBlock.Chart chart)
    {
        var totals = chart.Totals();
        var highest = totals.Max();
        return string.Join(' ', [
            Bars(chart),
            .. chart.Series.Count > 1 ? [Stacked(chart)] : Array.Empty<string>(),
            highest == 0 ? AllZero : Highest(chart.Categories[totals.ToList().IndexOf(highest)], highest, totals.Sum()),
            In("In de tabel staat elk getal.", "The table gives every number."),
        ]);
    }

    private string Bars(DocumentBlock.Chart chart)
    {
        var (count, first, last) = (chart.Categories.Count, chart.Categories[0], chart.Categories[^1]);
        return count == 1 ? In($"Eén staaf: {first}.", $"One bar: {first}.")
            : chart.IsHorizontal ? In($"{count} staven.", $"{count} bars.")
            : In($"{count} staven, van {first} tot en met {last}.", $"{count} bars, from {first} to {last}.");
    }

    private string Stacked(DocumentBlock.Chart chart)
    {
        var names = string.Join(", ", chart.Series.Select(each => each.Name));
        return In($"Elke staaf is gestapeld uit: {names}.", $"Every bar is stacked from: {names}.");
    }

    private string Highest(string category, decimal highest, decimal sum) => In(
        $"Hoogste: {category}, {Number(highest)}. Samen: {Number(sum)}.",
        $"Highest: {category}, {Number(highest)}. Together: {Number(sum)}.");

    private string Number(decimal number) => WholeNumber.Write(number, language);

    private string In(string dutch, string english) => language == Language.Dutch ? dutch : english;
}
