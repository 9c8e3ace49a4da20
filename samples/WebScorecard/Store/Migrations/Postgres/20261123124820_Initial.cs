using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WebScorecard.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CheckIns",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Objective = table.Column<string>(type: "text", nullable: false),
                    KeyResult = table.Column<string>(type: "text", nullable: false),
                    Author = table.Column<string>(type: "text", nullable: true),
                    Confidence = table.Column<decimal>(type: "numeric", nullable: true),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true),
                    Part = table.Column<string>(type: "text", nullable: true),
                    Sample = table.Column<decimal>(type: "numeric", nullable: true),
                    Value = table.Column<decimal>(type: "numeric", nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RequestId = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckIns", x => new { x.Objective, x.KeyResult, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Definitions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RequestId = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Definitions", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "Measurements",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kpi = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<string>(type: "character varying(48)", nullable: true),
                    Date = table.Column<DateOnly>(type: "date", nullable: true),
                    Denominator = table.Column<decimal>(type: "numeric", nullable: true),
                    Dimension = table.Column<string>(type: "text", nullable: true),
                    KnownOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Restates = table.Column<bool>(type: "boolean", nullable: false),
                    Segment = table.Column<string>(type: "text", nullable: true),
                    Value = table.Column<decimal>(type: "numeric", nullable: false),
                    Weight = table.Column<decimal>(type: "numeric", nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RequestId = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Measurements", x => new { x.Kpi, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Targets",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kpi = table.Column<string>(type: "text", nullable: false),
                    Because = table.Column<string>(type: "text", nullable: true),
                    Corrects = table.Column<bool>(type: "boolean", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    High = table.Column<decimal>(type: "numeric", nullable: true),
                    Low = table.Column<decimal>(type: "numeric", nullable: true),
                    Through = table.Column<DateOnly>(type: "date", nullable: true),
                    Value = table.Column<decimal>(type: "numeric", nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RequestId = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Targets", x => new { x.Kpi, x.Number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_Objective_KeyResult_RequestId",
                table: "CheckIns",
                columns: new[] { "Objective", "KeyResult", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Definitions_RequestId",
                table: "Definitions",
                column: "RequestId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Measurements_Kpi_RequestId",
                table: "Measurements",
                columns: new[] { "Kpi", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Targets_Kpi_RequestId",
                table: "Targets",
                columns: new[] { "Kpi", "RequestId" },
                unique: true);

            // By hand: a history only grows, whoever connects.
            migrationBuilder.Sql("""CREATE FUNCTION history_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'A history only grows.'; END $$;""");
            foreach (var table in new[] { "CheckIns", "Definitions", "Measurements", "Targets" })
            {
                migrationBuilder.Sql($"""CREATE TRIGGER "{table}_only_grows" BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION history_only_grows();""");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CheckIns");

            migrationBuilder.DropTable(
                name: "Definitions");

            migrationBuilder.DropTable(
                name: "Measurements");

            migrationBuilder.DropTable(
                name: "Targets");

            migrationBuilder.Sql("DROP FUNCTION history_only_grows();");
        }
    }
}
