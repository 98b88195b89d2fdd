using System.Text;
using System.Text.Json;
using NodaTime.Text;

namespace GdprKit.Retention;

/// <summary>Writes a comparison of two registers as JSON.</summary>
internal static class ComparisonJson
{
    public static string Write(RetentionComparison comparison) => Encoding.UTF8.GetString(ReportJson.Write(indented: true, json =>
    {
        json.WriteString("today", LocalDatePattern.Iso.Format(comparison.Today));
        json.WriteString("register", comparison.Current.ToString());
        json.WriteString("proposed", comparison.Proposed.ToString());
        json.WriteBoolean("deletesMore", comparison.DeletesMore);
        json.WriteList("rows", comparison.Rows, rows => json.WriteObject(() => Write(json, rows)));
        json.WriteList("fields", comparison.Fields, fields => json.WriteObject(() => Write(json, fields)));
    }));

    private static void Write(Utf8JsonWriter json, RowComparison rows)
    {
        json.WriteString("store", rows.Store);
        json.WriteString("entity", rows.Entity);
        json.WriteNumber("going", rows.Going);
        json.WriteNumber("goingThen", rows.GoingThen);
        json.WriteNumber("newlyGoing", rows.NewlyGoing);
        json.WriteNumber("noLongerGoing", rows.NoLongerGoing);
    }

    private static void Write(Utf8JsonWriter json, FieldComparison fields)
    {
        json.WriteString("store", fields.Store);
        json.WriteString("entity", fields.Entity);
        json.WriteList("fields", fields.Fields, field => json.WriteStringValue(field.ToString()));
        json.WriteNumber("due", fields.Due);
        json.WriteNumber("dueThen", fields.DueThen);
        json.WriteNumber("newlyDue", fields.NewlyDue);
        json.WriteNumber("noLongerDue", fields.NoLongerDue);
    }
}
