using System.Text;
using System.Text.Json;
using NodaTime.Text;

namespace GdprKit.Retention;

/// <summary>Writes a preview as JSON: whole for people and programs, without what changes by itself for its digest.</summary>
internal static class PreviewJson
{
    public static string WriteIndented(RetentionPreview preview) => Encoding.UTF8.GetString(Write(preview, withExamples: true, indented: true));

    public static byte[] Write(RetentionPreview preview, bool withExamples) => Write(preview, withExamples, indented: false);

    private static byte[] Write(RetentionPreview preview, bool withExamples, bool indented) => ReportJson.Write(indented, json =>
    {
        if (withExamples)
        {
            json.WriteString("madeAt", InstantPattern.ExtendedIso.Format(preview.MadeAt));
        }

        json.WriteString("today", LocalDatePattern.Iso.Format(preview.Today));
        json.WriteString("register", preview.Register.ToString());
        if (withExamples)
        {
            json.WriteString("digest", preview.Digest.ToString());
        }

        json.WriteList("entities", preview.Entities, entity => Write(json, entity, withExamples));
        if (withExamples)
        {
            json.WriteList("missingIndexes", preview.Indexes.Missing, index => Write(json, index));
            json.WriteList("unknownIndexes", preview.Indexes.Unknown, json.WriteStringValue);
        }
    });

    private static void Write(Utf8JsonWriter json, EntityPreview entity, bool withExamples)
    {
        json.WriteStartObject();
        json.WriteString("store", entity.Store);
        json.WriteString("entity", entity.Entity);
        json.WriteNumber("rows", entity.Rows);
        json.WriteNumber("rowsToGo", entity.RowsToGo);
        if (withExamples)
        {
            json.WriteNumber("rowsOnHold", entity.RowsOnHold);
        }

        json.WriteNumber("rowsIntoArchive", entity.RowsIntoArchive);
        json.WriteNumber("rowsOutOfArchive", entity.RowsOutOfArchive);
        json.WriteList("groups", entity.Groups, group => Write(json, group, withExamples));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, GroupPreview group, bool withExamples)
    {
        json.WriteStartObject();
        json.WriteList("fields", group.Fields, field => json.WriteStringValue(field.ToString()));
        json.WriteList("categories", group.Categories, category => json.WriteStringValue(category.ToString()));
        json.WriteNumber("due", group.Due);
        json.WriteNumber("inRowsThatStay", group.InRowsThatStay);
        if (withExamples)
        {
            json.WriteNumber("onHold", group.OnHold);
        }

        json.WriteList("dueByYear", group.DueByYear, year =>
        {
            json.WriteStartObject();
            json.WriteNumber("year", year.Year);
            json.WriteBoolean("orEarlier", year.OrEarlier);
            json.WriteNumber("rows", year.Rows);
            json.WriteEndObject();
        });
        json.WriteList("dueByAction", group.DueByAction, due => WriteCount(json, "action", due.Action, due.Rows));
        json.WriteNumber("toArchive", group.ToArchive);
        json.WriteList("activities", group.Activities, need =>
        {
            json.WriteStartObject();
            json.WriteString("activity", need.Activity.ToString());
            json.WriteList("rules", need.Rules, rule => json.WriteStringValue(rule.ToString()));
            json.WriteNumber("needs", need.Rows);
            json.WriteEndObject();
        });
        json.WriteList("unresolved", group.Unresolved, unresolved => WriteCount(json, "reason", unresolved.Reason, unresolved.Rows));
        if (withExamples)
        {
            json.WriteList("examples", group.Examples, key =>
            {
                json.WriteStartArray();
                foreach (var part in key)
                {
                    json.WriteStringValue(KeyPartText.Of(part));
                }

                json.WriteEndArray();
            });
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MissingIndex index)
    {
        json.WriteStartObject();
        json.WriteString("store", index.Store);
        json.WriteString("entity", index.Entity);
        json.WriteString("table", index.Table);
        json.WriteList("columns", index.Columns, json.WriteStringValue);
        json.WriteString("purpose", NameOf(index.Purpose));
        json.WriteBoolean("isDeclared", index.IsDeclared);
        json.WriteString("statement", index.Statement);
        json.WriteEndObject();
    }

    private static void WriteCount<TEnum>(Utf8JsonWriter json, string name, TEnum value, long rows)
        where TEnum : struct, Enum
    {
        json.WriteStartObject();
        json.WriteString(name, NameOf(value));
        json.WriteNumber("rows", rows);
        json.WriteEndObject();
    }

    private static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
