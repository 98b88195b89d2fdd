using System.Globalization;
using GdprKit.Samples.Crm.Localization;
using Microsoft.Extensions.Localization;
using Spectre.Console;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>A preview on the console, in the language of the reader.</summary>
internal sealed class PreviewTable(DisposalPlan plan, IStringLocalizer<Texts> texts)
{
    private readonly PlanNames _names = new(plan);

    public void Write(RetentionPreview preview, IAnsiConsole console)
    {
        console.WriteLine();
        console.Write(TableOf(preview));
        console.MarkupLineInterpolated($"[bold]{texts["Preview.Sum", Number(preview.RowsToGo), Number(preview.Entities.Sum(entity => entity.Rows))].Value}[/]");
        console.MarkupLineInterpolated($"{texts["Preview.NothingGoes"].Value}");
        console.MarkupLineInterpolated($"[dim]{texts["Preview.Digest"].Value} {preview.Digest}[/]");
        WriteIndexes(preview.Indexes, console);
    }

    private Table TableOf(RetentionPreview preview)
    {
        var table = new Table { Title = new TableTitle(Markup.Escape(texts["Preview.Title", _names.Words.Date(preview.Today)])) }.Expand().ShowRowSeparators();
        table.AddColumn(Head("Preview.Data"));
        table.AddColumn(Head("Preview.Due").RightAligned());
        table.AddColumn(Head("Preview.Needed"));
        table.AddColumn(Head("Preview.Unresolved"));
        foreach (var entity in preview.Entities)
        {
            table.AddRow(new Markup($"[bold]{Markup.Escape(_names.Of(entity.Store, entity.Entity))}[/]"), new Markup($"[bold]{Number(entity.RowsToGo)}[/]"), new Markup(texts["Preview.OfRows", Number(entity.Rows)]), Text.Empty);
            foreach (var group in entity.Groups)
            {
                table.AddRow(
                    new Rows(new Text(_names.Words.And(group.Categories.Select(_names.Of))), new Text(string.Join(", ", group.Fields), Color.Grey)),
                    new Text(Number(group.Due)),
                    Lines(group.Activities.Where(need => need.Rows > 0).Select(need => $"{_names.Of(need.Activity)}: {Number(need.Rows)}")),
                    Lines(group.Unresolved.Select(unresolved => $"{texts[$"Unresolved.{unresolved.Reason}"].Value}: {Number(unresolved.Rows)}")));
            }
        }

        return table;
    }

    // Without a frame around them, so that the statements can be copied.
    private void WriteIndexes(IndexAdvice advice, IAnsiConsole console)
    {
        if (!advice.Missing.IsEmpty)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"{texts["Preview.MissingIndexes"].Value}");
        }

        foreach (var index in advice.Missing)
        {
            console.WriteLine(index.Statement);
        }

        foreach (var store in advice.Unknown)
        {
            console.MarkupLineInterpolated($"[dim]{texts["Preview.UnknownIndexes", store].Value}[/]");
        }
    }

    private TableColumn Head(string text) => new(Markup.Escape(texts[text]));

    private static Text Lines(IEnumerable<string> lines) => new(string.Join('\n', lines));

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
