package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"
)

const (
	// patience is how long an answer may take.
	patience = 30 * time.Second
	// silence is how long a stream may be silent. The registry sends a sign of life every 12 seconds.
	silence = 40 * time.Second

	followText = `subscription ($after: String) { statusChanged(after: $after) {
  cursor kind effectiveOn account { wsibAccount organization { legalName } } before { standing } after { standing holdsUntil } } }`
)

// busy is a refusal for now: the seconds to wait before asking again.
type busy int

func (seconds busy) Error() string {
	return fmt.Sprintf("The registry asks to wait %d s.", int(seconds))
}

func (seconds busy) sleep() {
	log.Print(seconds)
	time.Sleep(time.Duration(seconds) * time.Second)
}

// broken is a connection that failed or ended: the same request may succeed later.
type broken struct{ error }

// passing has the errors that may also end a stream, or keep it from beginning, although nothing was wrong with the request.
var passing = map[string]bool{"OVERLOADED": true, "RATE_LIMITED": true, "TIMED_OUT": true, "TOO_SLOW": true, "INTERNAL": true}

// ask sends an operation and reads its data. If the budget is used up or the registry is busy, it waits as long as the registry asks.
func ask(query string, variables map[string]any, data any) error {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return err
	}
	for {
		text, err := post(body)
		var wait busy
		if errors.As(err, &wait) {
			wait.sleep()
			continue
		}
		if err != nil {
			return err
		}
		return decode(text, data)
	}
}

func post(body []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address("/graphql"), bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/graphql-response+json, application/json")
	answer, err := send(request)
	if err != nil {
		return nil, err
	}
	defer answer.Close()
	return io.ReadAll(answer)
}

// changes hands on each change after a cursor, from Server-Sent Events. It returns broken when the stream ends, and any error of handle.
func changes(after string, handle func(change json.RawMessage, cursor string) error) error {
	variables, err := json.Marshal(map[string]string{"after": after})
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	alarm := time.AfterFunc(silence, cancel)
	defer alarm.Stop()
	query := url.Values{"query": {followText}, "variables": {string(variables)}}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address("/graphql/stream?"+query.Encode()), nil)
	if err != nil {
		return err
	}
	request.Header.Set("Accept", "text/event-stream")
	stream, err := send(request)
	if err != nil {
		return err
	}
	defer stream.Close()
	lines, event := bufio.NewReader(stream), ""
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			return broken{err}
		}
		alarm.Reset(silence)
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch {
		case name == "event":
			event = value
		case name == "data" && event == "next":
			if err := read(value, handle); err != nil {
				return err
			}
		}
	}
}

func read(event string, handle func(change json.RawMessage, cursor string) error) error {
	var data struct{ StatusChanged json.RawMessage }
	if err := decode([]byte(event), &data); err != nil {
		return err
	}
	var change struct{ Cursor string }
	if err := json.Unmarshal(data.StatusChanged, &change); err != nil {
		return err
	}
	return handle(data.StatusChanged, change.Cursor)
}

// send returns the body of an answer, which the caller closes; busy or broken if the request can be sent again.
func send(request *http.Request) (io.ReadCloser, error) {
	if key := os.Getenv("COR_KEY"); key != "" {
		request.Header.Set("Authorization", "Bearer "+key)
	}
	answer, err := http.DefaultClient.Do(request)
	var failed *url.Error
	if errors.As(err, &failed) {
		return nil, broken{failed.Err} // without the address, which has the whole query in it
	}
	if err != nil {
		return nil, err
	}
	if answer.StatusCode == http.StatusOK {
		return answer.Body, nil
	}
	defer answer.Body.Close()
	switch answer.StatusCode {
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		seconds, err := strconv.Atoi(answer.Header.Get("Retry-After"))
		if err != nil {
			seconds = 5
		}
		return nil, busy(seconds)
	}
	text, err := io.ReadAll(answer.Body)
	if err == nil && json.Valid(text) {
		err = decode(text, nil)
	}
	if err == nil {
		err = broken{errors.New(answer.Status)} // from a proxy, not from the registry
	}
	return nil, err
}

// decode reads the data of an answer. Its error is the first that the answer has, with the code and, if there is one, the field.
func decode(text []byte, data any) error {
	answer := struct {
		Data   any
		Errors []struct {
			Message    string
			Extensions struct {
				Code, Field string
				RetryAfter  int
			}
		}
	}{Data: data}
	if err := json.Unmarshal(text, &answer); err != nil {
		return err
	}
	if len(answer.Errors) == 0 {
		return nil
	}
	first := answer.Errors[0]
	about := first.Extensions
	switch {
	case about.RetryAfter > 0:
		return busy(about.RetryAfter)
	case passing[about.Code]:
		return broken{errors.New(first.Message)}
	}
	return fmt.Errorf("%s: %s", strings.TrimSpace(about.Code+" "+about.Field), first.Message)
}

func address(path string) string {
	base := os.Getenv("COR_URL")
	if base == "" {
		base = "http://127.0.0.1:4000"
	}
	return strings.TrimRight(base, "/") + path
}
