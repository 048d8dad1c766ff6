package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

const (
	// tolerance is how old a message may be, or how far ahead its clock.
	tolerance = 5 * time.Minute
	// largest is how many bytes of a message are read.
	largest = 1 << 20
)

// receive listens for messages until it is stopped. Keep the ids that you have handled: a message may arrive twice.
func receive(port string) error {
	secret, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(os.Getenv("WEBHOOK_SECRET"), "whsec_"))
	if err != nil || len(secret) == 0 {
		return errors.New("WEBHOOK_SECRET must be the secret of your webhook: whsec_...")
	}
	server := http.Server{Addr: net.JoinHostPort("127.0.0.1", port), Handler: receiver(secret), ReadTimeout: 15 * time.Second}
	return server.ListenAndServe()
}

// receiver prints each message that the registry signed, and refuses any other.
func receiver(secret []byte) http.HandlerFunc {
	return func(response http.ResponseWriter, request *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(response, request.Body, largest))
		var event struct {
			Type string
			Data struct{ Account struct{ WsibAccount string } }
		}
		if err != nil || !genuine(secret, request.Header, body, time.Now()) || json.Unmarshal(body, &event) != nil {
			response.WriteHeader(http.StatusBadRequest)
			return
		}
		fmt.Println(request.Header.Get("Webhook-Id"), event.Type, event.Data.Account.WsibAccount)
		response.WriteHeader(http.StatusNoContent)
	}
}

// genuine reports whether a message is from the registry, and from now (Standard Webhooks).
func genuine(secret []byte, header http.Header, body []byte, now time.Time) bool {
	sentAt := header.Get("Webhook-Timestamp")
	seconds, err := strconv.ParseInt(sentAt, 10, 64)
	if err != nil || now.Sub(time.Unix(seconds, 0)).Abs() > tolerance {
		return false
	}
	hash := hmac.New(sha256.New, secret)
	fmt.Fprintf(hash, "%s.%s.%s", header.Get("Webhook-Id"), sentAt, body)
	expected := "v1," + base64.StdEncoding.EncodeToString(hash.Sum(nil))
	for _, signature := range strings.Fields(header.Get("Webhook-Signature")) {
		if hmac.Equal([]byte(signature), []byte(expected)) { // takes as long wherever they differ
			return true
		}
	}
	return false
}
