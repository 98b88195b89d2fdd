using System.Globalization;
using GdprKit.Samples.Crm.Localization;
using Microsoft.Extensions.Localization;
using Spectre.Console;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>A comparison of two registers on the console, in the language of the reader.</summary>
internal sealed class ComparisonTable(DisposalPlan plan, IStringLocalizer<Texts> texts)
{
    private readonly PlanNames _names = new(plan);

    public void Write(RetentionComparison comparison, IAnsiConsole console)
    {
        console.WriteLine();
        if (!comparison.Rows.IsEmpty || !comparison.Fields.IsEmpty)
        {
            console.Write(TableOf(comparison));
        }

        console.MarkupLineInterpolated($"[bold]{texts[comparison.DeletesMore ? "Compare.More" : "Compare.NoMore"].Value}[/]");
        console.MarkupLineInterpolated($"{texts["Preview.NothingGoes"].Value}");
        console.MarkupLineInterpolated($"[dim]{texts["Compare.Registers", comparison.Current, comparison.Proposed].Value}[/]");
    }

    private Table TableOf(RetentionComparison comparison)
    {
        var table = new Table { Title = new TableTitle(Markup.Escape(texts["Compare.Title", _names.Words.Date(comparison.Today)])) }.Expand().ShowRowSeparators();
        table.AddColumn(Head("Preview.Data"));
        foreach (var column in new[] { "Compare.Now", "Compare.Then", "Compare.Added", "Compare.Left" })
        {
            table.AddColumn(Head(column).RightAligned());
        }

        foreach (var rows in comparison.Rows)
        {
            Add(table, _names.Of(rows.Store, rows.Entity), texts["Compare.WholeRow"], rows.Going, rows.GoingThen, rows.NewlyGoing, rows.NoLongerGoing);
        }

        foreach (var fields in comparison.Fields)
        {
            Add(table, _names.Of(fields.Store, fields.Entity), string.Join(", ", fields.Fields), fields.Due, fields.DueThen, fields.NewlyDue, fields.NoLongerDue);
        }

        return table;
    }

    private static void Add(Table table, string entity, string data, params long[] numbers) => table.AddRow(
        [new Rows(new Text(entity, new Style(decoration: Decoration.Bold)), new Text(data, Color.Grey)), .. numbers.Select(number => new Text(number.ToString("N0", CultureInfo.CurrentCulture)))]);

    private TableColumn Head(string text) => new(Markup.Escape(texts[text]));
}
