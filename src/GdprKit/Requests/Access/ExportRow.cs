using System.Text.Json;
using GdprKit.Mapping;

namespace GdprKit.Requests;

/// <summary>Writes rows of one kind: as JSON the fields that a row gives of the person, as cells one for every column.</summary>
internal sealed class ExportRow(List<ExportColumn> columns, ExportReview review, string withheld)
{
    private readonly List<string> _withheld = [];

    /// <summary>Writes a row, and gives its cells.</summary>
    public string[] Write(StoredRecord record, Utf8JsonWriter json)
    {
        var cells = new string[columns.Count];
        var next = 0;
        _withheld.Clear();
        json.WriteStartObject();

        // Values come in the order of the fields, and columns are some of these in the same order.
        for (var i = 0; i < columns.Count; i++)
        {
            cells[i] = "";
            var found = IndexOf(record.Values, columns[i].Field.Property.Path, next);
            if (found >= 0)
            {
                next = found + 1;
                cells[i] = Write(columns[i], record.Values[found].Value, json);
            }
        }

        if (_withheld.Count > 0)
        {
            json.WriteStartArray("$withheld");
            _withheld.ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        return cells;
    }

    private static int IndexOf(ValueList<StoredValue> values, PropertyPath property, int from)
    {
        for (var i = from; i < values.Count; i++)
        {
            if (values[i].Property == property)
            {
                return i;
            }
        }

        return -1;
    }

    private string Write(ExportColumn column, object? value, Utf8JsonWriter json)
    {
        if (!review.TryGive(column, value, out var given))
        {
            _withheld.Add(column.Name);
            return withheld;
        }

        json.WritePropertyName(column.Name);
        ExportedValue.Write(json, given);
        return ExportedValue.ToText(given);
    }
}
